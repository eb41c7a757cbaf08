using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Open311.Benchmarks.Load;

/// <summary>What the stub servers of other makers need to answer the same: their own file each.</summary>
internal static class PeerFiles
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An OpenAPI 3 document whose examples are the answers. Returns its path.</summary>
    public static string OpenApi(Scene scene)
    {
        var paths = new JsonObject();
        foreach (var group in scene.Answers.GroupBy(a => a.Path))
        {
            // Prism does not choose an example by the query: a path has one.
            var answer = group.First();
            var isJson = answer.Type.Contains("json", StringComparison.Ordinal);
            var body = Encoding.UTF8.GetString(answer.Body);
            paths[$"{Scene.BasePath}/{answer.Path}"] = new JsonObject
            {
                ["get"] = Operation(isJson ? "application/json" : "text/plain", isJson ? JsonNode.Parse(body)! : JsonValue.Create(body)),
            };
        }

        paths[$"{Scene.BasePath}/requests.json"] = new JsonObject { ["post"] = Operation("application/json", JsonNode.Parse(Scene.Posted)!) };
        return Write(scene, "openapi.json", new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "GeoReport v2", ["version"] = "2" },
            ["paths"] = paths,
        });
    }

    /// <summary>The file of a Mockoon environment. Returns its path.</summary>
    public static string Mockoon(Scene scene, int port)
    {
        var routes = new JsonArray();
        foreach (var group in scene.Answers.GroupBy(a => a.Path))
            routes.Add(Route("get", group.Key, [.. group.Select(a => Answered(a.Type, Encoding.UTF8.GetString(a.Body), a.Query))]));
        routes.Add(Route("post", "requests.json", [Answered("application/json; charset=utf-8", Scene.Posted, new Dictionary<string, string>())]));
        return Write(scene, "mockoon.json", new JsonObject
        {
            ["uuid"] = Guid(),
            ["lastMigration"] = 33,
            ["name"] = "GeoReport v2",
            ["endpointPrefix"] = "",
            ["latency"] = 0,
            ["port"] = port,
            ["hostname"] = "127.0.0.1",
            ["folders"] = new JsonArray(),
            ["routes"] = routes,
            ["rootChildren"] = new JsonArray([.. routes.Select(r => (JsonNode)new JsonObject { ["type"] = "route", ["uuid"] = r!["uuid"]!.DeepClone() })]),
            ["proxyMode"] = false,
            ["proxyHost"] = "",
            ["proxyRemovePrefix"] = false,
            ["tlsOptions"] = new JsonObject { ["enabled"] = false, ["type"] = "CERT", ["pfxPath"] = "", ["certPath"] = "", ["keyPath"] = "", ["caPath"] = "", ["passphrase"] = "" },
            ["cors"] = false,
            ["headers"] = new JsonArray(),
            ["proxyReqHeaders"] = new JsonArray(),
            ["proxyResHeaders"] = new JsonArray(),
            ["data"] = new JsonArray(),
            ["callbacks"] = new JsonArray(),
        });
    }

    /// <summary>A database of json-server with as many requests as the city keeps. Returns its path.</summary>
    public static string JsonServer(Scene scene, int stored)
    {
        var services = JsonNode.Parse(scene.Answers[0].Body)!.AsArray();
        foreach (var service in services)
            service!["id"] = service["service_code"]!.DeepClone();
        var rows = XDocument.Parse(Encoding.UTF8.GetString(scene.Answers[1].Body)).Root!.Elements("request").ToArray();
        var requests = new JsonArray();
        for (var i = 0; i < stored; i++)
        {
            var row = new JsonObject { ["id"] = i + 1 };
            foreach (var field in rows[i % rows.Length].Elements())
                row[field.Name.LocalName] = field.Value;
            row["service_request_id"] = (i + 1).ToString(CultureInfo.InvariantCulture);
            requests.Add(row);
        }

        return Write(scene, "db.json", new JsonObject { ["services"] = services, ["requests"] = requests });
    }

    /// <summary>A root directory of WireMock (Java). Returns its path.</summary>
    public static string WireMock(Scene scene)
    {
        var root = Path.Combine(scene.Folder, "wiremock");
        var mappings = Directory.CreateDirectory(Path.Combine(root, "mappings")).FullName;
        foreach (var (answer, i) in scene.Answers.Select((a, i) => (a, i)))
        {
            var query = new JsonObject();
            foreach (var (name, value) in answer.Query)
                query[name] = new JsonObject { ["equalTo"] = value };
            var request = new JsonObject { ["method"] = "GET", ["urlPath"] = $"{Scene.BasePath}/{answer.Path}" };
            if (query.Count > 0)
                request["queryParameters"] = query;
            File.WriteAllText(Path.Combine(mappings, $"{i}.json"), Mapping(request, answer.Type, Encoding.UTF8.GetString(answer.Body)).ToJsonString(Plain));
        }

        var post = new JsonObject { ["method"] = "POST", ["urlPath"] = $"{Scene.BasePath}/requests.json" };
        File.WriteAllText(Path.Combine(mappings, "post.json"), Mapping(post, "application/json; charset=utf-8", Scene.Posted).ToJsonString(Plain));
        return root;
    }

    static JsonObject Mapping(JsonObject request, string type, string body) => new()
    {
        ["request"] = request,
        ["response"] = new JsonObject { ["status"] = 200, ["headers"] = new JsonObject { ["Content-Type"] = type }, ["body"] = body },
    };

    static JsonObject Operation(string type, JsonNode example) => new()
    {
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "The answer.",
                ["content"] = new JsonObject { [type] = new JsonObject { ["example"] = example } },
            },
        },
    };

    static JsonObject Route(string method, string path, JsonArray responses)
    {
        responses[0]!["default"] = true;
        return new JsonObject
        {
            ["uuid"] = Guid(),
            ["type"] = "http",
            ["documentation"] = "",
            ["method"] = method,
            ["endpoint"] = $"{Scene.BasePath.TrimStart('/')}/{path}",
            ["responses"] = responses,
            ["responseMode"] = null,
            ["streamingMode"] = null,
            ["streamingInterval"] = 0,
        };
    }

    static JsonObject Answered(string type, string body, IReadOnlyDictionary<string, string> query) => new()
    {
        ["uuid"] = Guid(),
        ["body"] = body,
        ["latency"] = 0,
        ["statusCode"] = 200,
        ["label"] = "",
        ["headers"] = new JsonArray(new JsonObject { ["key"] = "Content-Type", ["value"] = type }),
        ["bodyType"] = "INLINE",
        ["filePath"] = "",
        ["databucketID"] = "",
        ["sendFileAsBody"] = false,
        ["rules"] = new JsonArray([.. query.Select(q => (JsonNode)new JsonObject { ["target"] = "query", ["modifier"] = q.Key, ["value"] = q.Value, ["invert"] = false, ["operator"] = "equals" })]),
        ["rulesOperator"] = "AND",
        ["disableTemplating"] = true,
        ["fallbackTo404"] = false,
        ["default"] = false,
        ["crudKey"] = "id",
        ["callbacks"] = new JsonArray(),
    };

    static string Guid() => System.Guid.NewGuid().ToString();

    static string Write(Scene scene, string name, JsonObject document)
    {
        var path = Path.Combine(scene.Folder, name);
        File.WriteAllText(path, document.ToJsonString(Plain));
        return path;
    }
}
