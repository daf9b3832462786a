using CareBot.Host.Channels;
using CareBot.Host.Storage;
using CareBot.Host.Turns;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new CareBot.Knowledge.LiveIndex());
builder.AddStorage();
builder.AddTurns();
builder.AddChannels();

var app = builder.Build();
app.MapChannels();
await app.RunAsync();
