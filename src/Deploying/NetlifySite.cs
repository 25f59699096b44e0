namespace PolicyArchive.Deploying;

/// <summary>Where a site is deployed, and who may.</summary>
/// <param name="Api">The address of the API, with a closing slash: <c>https://api.netlify.com/api/v1/</c>.</param>
/// <param name="Site">The site's id, or its host name.</param>
/// <param name="Token">A personal access token. Never printed or written.</param>
public sealed record NetlifySite(Uri Api, string Site, string Token)
{
    public static Uri PublicApi { get; } = new("https://api.netlify.com/api/v1/");

    public sealed override string ToString() => $"{Api.Host}, site {Site}";
}
