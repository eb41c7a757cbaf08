using Open311.Mock.Cities;
using Open311.Mock.Questions;
using Open311.Mock.Running;
using Open311.Mock.Tests.Running;
using Open311.Protocol.Writing;

namespace Open311.Mock.Tests.Persistence;

/// <summary>The process that is killed: opens a city on a data file and posts until it dies.</summary>
static class Poster
{
    public const string Argument = "post-until-killed";

    /// <summary>With few requests of its own, so that it is open soon.</summary>
    public static City Small
    {
        get
        {
            var city = City.Load();
            return city with { Requests = city.Requests with { Recent = 5 } };
        }
    }

    public static async Task RunAsync(string path)
    {
        await using var city = Mock.Running.RunningCity.Open(Small, new RunningCityOptions { DataFile = path });
        var reader = new QuestionReader(city.Rules);
        var output = new Lock();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(poster => Task.Run(async () =>
        {
            for (var i = 0; ; i++)
            {
                var text = $"{Environment.ProcessId}-{poster}-{i}";
                var form = System.Text.Encoding.UTF8.GetBytes($"api_key={TestCity.Key}&service_code=006&lat=41.7&long=-70.62&description={text}");
                var reply = await city.AnswerAsync(FormReader.Read(reader.Read("POST", "/open311/v2/requests.json"), null, form, lenient: false));
                var id = ((DataText)((DataObject)((DataList)reply.Resource.Content).Items[0]).Fields[0].Value).Value;
                lock (output)
                {
                    Console.Out.WriteLine($"{id} {text}");
                    Console.Out.Flush();
                }
            }
        })));
    }
}
