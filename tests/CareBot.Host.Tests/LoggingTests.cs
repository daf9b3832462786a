using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CareBot.Host.Tests;

public class LoggingTests
{
    [Fact]
    public async Task Messages_of_every_level_go_to_standard_error()
    {
        await using var app = new CareBotApp();

        Assert.Equal(LogLevel.Trace, app.Get<IOptions<ConsoleLoggerOptions>>().Value.LogToStandardErrorThreshold);
    }
}
