using System.Net.Sockets;
using System.Text;
using Open311.Mock.Serving;

namespace Open311.Mock.Tests.Fuzzing;

public sealed class MalformedInput
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [CancelAfter(60_000)]
    public async Task Is_answered_without_a_failure_and_leaves_a_whole_state(int seed)
    {
        var statuses = new HashSet<int>();

        var problems = await FuzzRun.ProblemsAsync(seed, 1500, status => statuses.Add(status));

        problems.Should().BeEmpty();
        statuses.Should().Contain([200, 400, 403, 404, 405, 415]);
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task On_the_wire_is_answered_without_a_failure(CancellationToken cancellation)
    {
        await using var server = await CityServer.StartAsync(cancellation: cancellation);
        var calls = new MalformedCalls(4, server.City.Keys[0]);
        for (var i = 0; i < 150; i++)
        {
            var (method, target, type, body) = calls.Next();
            using var socket = new TcpClient();
            await socket.ConnectAsync(server.Endpoint.Host, server.Endpoint.Port, cancellation);
            var stream = socket.GetStream();
            var head = $"{method} {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{(type is null ? "" : $"Content-Type: {type}\r\n")}Content-Length: {body.Length}\r\n\r\n";
            try
            {
                await stream.WriteAsync(Encoding.Latin1.GetBytes(head), cancellation);
                await stream.WriteAsync(body, cancellation);
            }
            catch (IOException)
            {
                // A body that is too large is refused before it is read to its end.
            }

            (await StatusAsync(stream, cancellation)).Should().BeLessThan(500, $"call {i} was {method} {target}");
        }

        using var client = new HttpClient();
        (await client.GetAsync($"{server.Endpoint}/services.xml", cancellation)).IsSuccessStatusCode.Should().BeTrue();
    }

    static async Task<int> StatusAsync(Stream stream, CancellationToken cancellation)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var line = await reader.ReadLineAsync(cancellation);
            return line is null ? 0 : int.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
