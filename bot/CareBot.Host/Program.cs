using CareBot.Host;
using CareBot.Host.Commands;

return await CareBotCommand.RunAsync(args, Service.ServeAsync);
