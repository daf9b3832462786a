using Microsoft.AspNetCore.StaticAssets;

namespace CareBot.Host.Channels.Widget;

/// <summary>The addresses of the page's files: with their fingerprint, so that browsers keep them until they change.</summary>
internal sealed class AssetUrls(EndpointDataSource endpoints)
{
    /// <summary>What the build calls a file's own name beside its fingerprinted one.</summary>
    private const string OwnName = "label";

    private readonly Lazy<Dictionary<string, string>> urls = new(() => Read(endpoints));

    /// <summary>The address of a file of <c>wwwroot</c>; one that the build did not fingerprint goes by its own name.</summary>
    public string Of(string file) => "/" + urls.Value.GetValueOrDefault(file, file);

    private static Dictionary<string, string> Read(EndpointDataSource endpoints)
    {
        var found = new Dictionary<string, string>();
        foreach (var asset in endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()))
        {
            if (asset?.Properties.FirstOrDefault(property => property.Name == OwnName)?.Value is { } name)
            {
                found[name] = asset.Route;
            }
        }

        return found;
    }
}
