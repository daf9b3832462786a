namespace CareBot.Host.Settings;

/// <summary>Where settings come from: the same places in the same order for the service and for every other command.</summary>
internal static class SettingsFiles
{
    private const string FileName = "appsettings.json";

    /// <summary>What is set for a command that is not the service.</summary>
    /// <param name="typed">Settings of the command line, as <c>--Section:Key=value</c>.</param>
    /// <exception cref="StartRefusedException">A file cannot be read, or a setting does not exist.</exception>
    public static IConfiguration Read(IReadOnlyList<string> typed)
    {
        using var configuration = new ConfigurationManager();
        // Settings are read once: watching their files would take one of the few watchers a machine has.
        configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true, reloadOnChange: false);
        configuration.AddOwn(typed);
        SettingNames.Check(configuration, typed);
        return configuration;
    }

    /// <summary>A file <c>appsettings.json</c> in the folder of the call is the operator's own and goes before the shipped one.</summary>
    /// <exception cref="StartRefusedException">The file cannot be read.</exception>
    public static void AddOwn(this IConfigurationBuilder configuration, IReadOnlyList<string> typed)
    {
        var own = Path.GetFullPath(FileName);
        try
        {
            configuration.AddJsonFile(own, optional: true, reloadOnChange: false);
        }
        catch (InvalidDataException failure)
        {
            throw new StartRefusedException($"{own} cannot be read: {(failure.InnerException ?? failure).Message}");
        }

        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine([.. typed]);
    }
}
