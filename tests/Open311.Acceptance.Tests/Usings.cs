global using Open311.Testing;
global using Open311.Testing.Commands;

// Runs against servers in trouble wait most of the time, so there may be more of them than cores.
[assembly: LevelOfParallelism(4)]
