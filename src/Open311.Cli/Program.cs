using Open311.Cli.Application;
using Open311.Cli.Consoles;

using var console = new SystemConsole();
return await Open311Application.RunAsync(args, console);
