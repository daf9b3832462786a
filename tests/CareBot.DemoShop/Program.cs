using CareBot.DemoShop;

// A shop to try procedures on: orders, parcels and payments that are the same at every start, counted from today.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => new Shop(Today.Of(builder.Configuration, services.GetRequiredService<TimeProvider>())));
builder.Services.AddSingleton<Ledger>();

var app = builder.Build();
app.UseSignatures(builder.Configuration["Secret"]);
app.MapShop();
app.StopWithParent(builder.Configuration["WithParent"] == "true");
await app.RunAsync();
