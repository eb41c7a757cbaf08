using Open311.Conformance.Cases;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Tests.Cases;

public class CaseLoaderTests
{
    const string Head = "- id: some-case\n  title: A sentence that says something\n  requirements: [GR2-REQS-027]\n";

    [TestCase("  send: GET requests.xml\n", "*x.yaml(1,3): some-case: expect is missing*")]
    [TestCase("", "*x.yaml(1,3): some-case: expected one of send with expect, post with expect, rule, or shape*")]
    [TestCase("  rule: a\n  send: GET requests.xml\n", "*expected one of send with expect, post with expect, rule, or shape*")]
    [TestCase("  send: requests.xml\n  expect: [{ status: 200 }]\n", "*x.yaml(4,9)*send is 'requests.xml', expected a method and a path*")]
    [TestCase("  send: GET requests.xml\n  expect: [{ status: 20 }]\n", "*status is '20', expected a code from 100 to 599*")]
    [TestCase("  send: GET requests.xml\n  expect: [{ stats: 200 }]\n", "*an expectation has one of status, document*")]
    [TestCase("  send: GET requests.xml\n  expect: [{ status: 200, count: 3 }]\n", "*an expectation has one of*")]
    [TestCase("  send: GET requests.xml\n  given: [a-miracle]\n  expect: [{ status: 200 }]\n", "*given names 'a-miracle', which is none of*")]
    [TestCase("  send: GET requests.xml\n  formats: [yaml]\n  expect: [{ status: 200 }]\n", "*formats names 'yaml', expected xml or json*")]
    [TestCase("  send: GET requests.xml\n  expect: [{ status: 200, requirement: GR2-REQS-001 }]\n", "*decides GR2-REQS-001, which the case does not list*")]
    [TestCase("  sned: GET requests.xml\n  expect: [{ status: 200 }]\n", "*sned*")]
    [TestCase("  send: GET requests.xml\n  expect: [{ status: 200, otherwise: maybe }]\n", "*otherwise is 'maybe'*")]
    public void Refuses_a_malformed_case_with_file_line_and_what_is_wrong(string rest, string message)
    {
        var act = () => CaseLoader.Load([FixtureFile.FromText("x.yaml", Head + rest)]);
        act.Should().Throw<FixtureException>().WithMessage(message);
    }

    [Test]
    public void Reads_which_refusals_stand_for_an_empty_list()
    {
        var read = CaseLoader.Load([FixtureFile.FromText("x.yaml", Head + "  send: GET requests.{format}?status=odd\n  expect: [{ refused-or-empty: [400, 404] }]\n")]).All.Single();
        read.Expect.Single().Kind.Should().Be(ExpectationKind.RefusedOrEmpty);
        read.Expect.Single().Statuses.Keys.Should().BeEquivalentTo([400, 404]);
    }

    [Test]
    public void Refuses_an_id_given_twice()
    {
        var one = Head + "  rule: a\n";
        var act = () => CaseLoader.Load([FixtureFile.FromText("x.yaml", one + one)]);
        act.Should().Throw<FixtureException>().WithMessage("x.yaml(5,3): *the id 'some-case' is given twice*");
    }

    [Test]
    public void Reads_method_path_arguments_and_tolerated_statuses()
    {
        var read = CaseLoader.Load([FixtureFile.FromText("x.yaml", Head + "  send: { line: 'GET requests.{format}?status={status}&a=', purpose: open, headers: { Accept: text/html } }\n  expect: [{ status: { pass: [200], warn: [404] } }]\n")]).All.Single();
        read.Send!.Path.Should().Be("requests.{format}");
        read.Send.Query.Should().Equal(KeyValuePair.Create("status", "{status}"), KeyValuePair.Create("a", ""));
        read.Send.Headers.Should().ContainSingle(h => h.Name == "Accept" && h.Value == "text/html");
        read.Expect.Single().Statuses.Should().Contain(404, Open311.Conformance.Findings.Verdict.Warn);
    }

    [Test]
    public void A_class_of_statuses_stands_for_every_code_that_is_not_named_itself()
    {
        var read = CaseLoader.Load([FixtureFile.FromText("x.yaml", Head + "  send: GET requests.xml\n  expect: [{ status: { pass: [4xx], warn: [400, 410] } }]\n")]).All.Single().Expect.Single();

        read.Statuses.Should().HaveCount(100).And.Contain(404, Open311.Conformance.Findings.Verdict.Pass).And.Contain(410, Open311.Conformance.Findings.Verdict.Warn);
        read.Wanted.Should().Be("4xx");
    }

    [Test]
    public void A_question_may_take_the_key_along_or_leave_it()
    {
        var read = CaseLoader.Load([FixtureFile.FromText("x.yaml", Head + "  send: { line: GET services.xml, with-key: true }\n  expect: [{ same-items-as: { line: GET services.xml, anonymous: true } }]\n")]).All.Single();

        read.Send!.WithKey.Should().BeTrue();
        read.Expect.Single().Other!.Anonymous.Should().BeTrue();
    }
}
