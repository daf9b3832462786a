using CareBot.Host.Metrics;
using CareBot.Host.Storage;
using CareBot.Host.Turns;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new CareBot.Knowledge.LiveIndex());
builder.AddStorage();
builder.AddTurns();
builder.AddMetrics();

var app = builder.Build();
await app.RunAsync();
