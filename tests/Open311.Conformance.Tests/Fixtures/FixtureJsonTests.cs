using Newtonsoft.Json;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Tests.Fixtures;

public sealed class FixtureJsonTests
{
    [Test]
    public void Reads_plain_scalars_by_their_kind_and_quoted_ones_as_text()
    {
        var node = FixtureFile.FromText("x.yaml", "{a: true, b: 'true', c: 7, d: '7', e: 1.5, f: ~, g: [x, {h: y}], i: 001x}").Read();

        FixtureJson.Of(node).ToString(Formatting.None)
            .Should().Be("""{"a":true,"b":"true","c":7,"d":"7","e":1.5,"f":null,"g":["x",{"h":"y"}],"i":"001x"}""");
    }
}
