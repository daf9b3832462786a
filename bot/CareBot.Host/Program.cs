using CareBot.Host.Desk;
using CareBot.Host.Pages;
using CareBot.Host.Storage;
using CareBot.Host.Turns;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new CareBot.Knowledge.LiveIndex());
builder.AddStorage();
builder.AddTurns();
builder.AddDesk();
builder.AddPages();

var app = builder.Build();
app.MapPages();
await app.RunAsync();
