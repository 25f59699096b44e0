using PolicyArchive.Theming;

namespace PolicyArchive.Tests;

/// <summary>A theme that prints bodies and nothing else, for what is true whatever the theme.</summary>
internal static class BareTheme
{
    private static readonly Lazy<string> Made = new(Make);

    public static string Folder => Made.Value;

    private static string Make()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "bare-theme");
        Directory.CreateDirectory(folder);
        foreach (var name in TemplateNames.All.Keys)
        {
            File.WriteAllText(Path.Combine(folder, name + ".liquid"), name switch { "layout" => "{{ content }}", "brief" or "page" => "{{ page.body }}", _ => "" });
        }

        return folder;
    }
}
