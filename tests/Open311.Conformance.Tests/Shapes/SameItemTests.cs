using System.Text;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Tests.Shapes;

/// <summary>What was said of one item is said of its equal, so that nothing may pass for equal that is judged otherwise.</summary>
public sealed class SameItemTests
{
    const string Item = "<request><id>1</id><status>open</status></request>";

    [Test]
    public void Equal_items_are_the_same_and_have_the_same_hash()
    {
        var (one, other) = (Node(Item), Node(Item));
        SameItem.Comparer.Equals(one, other).Should().BeTrue();
        SameItem.Comparer.Equals(one, one).Should().BeTrue();
        SameItem.Comparer.GetHashCode(one).Should().Be(SameItem.Comparer.GetHashCode(other));
        SameItem.Comparer.GetHashCode(one).Should().NotBe(SameItem.Comparer.GetHashCode(Node(Item.Replace("open", "closed"))));
        SameItem.Comparer.Equals(null, null).Should().BeTrue();
        SameItem.Comparer.Equals(one, null).Should().BeFalse();
        SameItem.Comparer.Equals(null, one).Should().BeFalse();
    }

    [TestCase("<request><id>2</id><status>open</status></request>")]
    [TestCase("<request><id>1</id><status> open</status></request>")]
    [TestCase("<request><id>1</id><state>open</state></request>")]
    [TestCase("<service><id>1</id><status>open</status></service>")]
    [TestCase("<request><status>open</status><id>1</id></request>")]
    [TestCase("<request><id>1</id></request>")]
    [TestCase("<request><id>1</id><status>open</status><status>open</status></request>")]
    [TestCase("<request><id>1</id><status a='1'>open</status></request>")]
    [TestCase("<request a='1'><id>1</id><status>open</status></request>")]
    [TestCase("<request xmlns='http://vendor.example/'><id>1</id><status>open</status></request>")]
    [TestCase("<x:request xmlns:x='http://vendor.example/'><id>1</id><status>open</status></x:request>")]
    [TestCase("<request><id>1</id><status><a>open</a></status></request>")]
    [TestCase("text")]
    public void Anything_that_differs_makes_another(string other)
    {
        if (other == "text")
        {
            SameItem.Comparer.Equals(Json("\"1\""), Json("1")).Should().BeFalse("a text and a number of the same digits differ");
            return;
        }

        SameItem.Comparer.Equals(Node(Item), Node(other)).Should().BeFalse();
        SameItem.Comparer.Equals(Node(other), Node(Item)).Should().BeFalse();
    }

    [Test]
    public void Flawless_items_are_found_again_and_others_are_not()
    {
        var clean = new CleanItems();
        var document = Document(Item);
        clean.Find(document.Root).Should().BeNull();
        clean.Keep(document, document.Root, [("GR2-REQS-004", "It has a status.")]);
        clean.Find(Node(Item)).Should().Equal(("GR2-REQS-004", "It has a status."));
        clean.Find(Node(Item.Replace("open", "closed"))).Should().BeNull();
    }

    [Test]
    public void No_more_than_so_many_nodes_are_held()
    {
        var clean = new CleanItems();
        var large = Document($"<requests>{string.Concat(Enumerable.Range(0, 90_000).Select(i => $"<r>{i}</r>"))}</requests>");
        var second = Document($"<requests>{string.Concat(Enumerable.Range(0, 90_000).Select(i => $"<s>{i}</s>"))}</requests>");
        var third = Document($"<requests>{string.Concat(Enumerable.Range(0, 90_000).Select(i => $"<t>{i}</t>"))}</requests>");
        clean.Keep(large, large.Root.Children[0], []);
        clean.Keep(large, large.Root.Children[1], []);
        clean.Keep(second, second.Root.Children[0], []);
        clean.Keep(third, third.Root.Children[0], []);

        clean.Find(large.Root.Children[0]).Should().NotBeNull();
        clean.Find(large.Root.Children[1]).Should().NotBeNull("its document is held already");
        clean.Find(second.Root.Children[0]).Should().NotBeNull();
        clean.Find(third.Root.Children[0]).Should().BeNull("there is no room for its document");
    }

    static Document Document(string xml) => DocumentReader.Read(Encoding.UTF8.GetBytes(xml), DataFormat.Xml).Document!;

    static Node Node(string xml) => Document(xml).Root;

    static Node Json(string json) => DocumentReader.Read(Encoding.UTF8.GetBytes($"[{json}]"), DataFormat.Json).Document!.Root.Children[0];
}
