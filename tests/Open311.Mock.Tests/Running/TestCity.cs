using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Open311.Mock.Answers;
using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Running;
using Open311.Protocol;
using Open311.Protocol.Writing;

namespace Open311.Mock.Tests.Running;

/// <summary>A city without a server: questions go straight to the desk.</summary>
internal sealed class TestCity : IAsyncDisposable
{
    public const string Key = "port-linden-test-key";

    readonly QuestionReader reader;

    public TestCity(RunningCityOptions? options = null, City? city = null)
    {
        City = Mock.Running.RunningCity.Open(city ?? Mock.Cities.City.Load(), (options ?? new RunningCityOptions()) with { Time = Time });
        reader = new QuestionReader(City.Rules);
    }

    public static DateTimeOffset Now { get; } = new(2026, 5, 20, 9, 30, 17, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Now);

    public Mock.Running.RunningCity City { get; }

    public Task<Reply> GetAsync(string path) => City.AnswerAsync(reader.Read("GET", $"/open311/v2/{path}"));

    public Task<Reply> PostAsync(string path, byte[] body, string? type = "application/x-www-form-urlencoded") =>
        City.AnswerAsync(FormReader.Read(reader.Read("POST", $"/open311/v2/{path}"), type, body, City.Rules.Lenient));

    public Task<Reply> PostAsync(string form, string? type = "application/x-www-form-urlencoded") =>
        PostAsync("requests.json", Encoding.UTF8.GetBytes(form), type);

    public async Task<JsonArray> ItemsAsync(string path) => Items(await GetAsync(path));

    public async Task<string[]> IdsAsync(string query = "") =>
        [.. (await ItemsAsync($"requests.json{query}")).Select(r => (string)r!["service_request_id"]!)];

    /// <summary>Posts what must be accepted, and gives the id or token.</summary>
    public async Task<string> AcceptedAsync(string form)
    {
        var reply = await PostAsync(form);
        reply.Status.Should().Be(200, Encoding.UTF8.GetString(ResourceWriter.Write(reply.Resource, DataFormat.Json)));
        var item = Items(reply)[0]!;
        return ((string?)item["service_request_id"] ?? (string?)item["token"])!;
    }

    public static JsonArray Items(Reply reply) => JsonNode.Parse(ResourceWriter.Write(reply.Resource, DataFormat.Json))!.AsArray();

    public static string[] Errors(Reply reply) => [.. Items(reply).Select(e => (string)e!["description"]!)];

    public ValueTask DisposeAsync() => City.DisposeAsync();
}
