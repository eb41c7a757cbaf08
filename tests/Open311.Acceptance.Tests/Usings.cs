global using Open311.Testing;
global using Open311.Testing.Commands;
