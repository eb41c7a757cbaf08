using Open311.Mock.Tests.Persistence;

// The assembly is a test library, and the process that its own tests start and kill.
if (args is [Poster.Argument, var path])
    await Poster.RunAsync(path);
