using Open311.SampleCity;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Town>();
builder.Services.AddSingleton<Api>();
var app = builder.Build();
app.Services.GetRequiredService<Api>().Map(app);
app.Run();

/// <summary>The entry point, for tests to name.</summary>
public partial class Program;
