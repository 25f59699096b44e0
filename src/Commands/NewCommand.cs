using System.Collections.Immutable;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Drafting;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Publishing;
using PolicyArchive.Reading;

namespace PolicyArchive.Commands;

/// <summary><c>new</c>: a brief with its front matter, ready to fill in. Asks for nothing that the archive knows.</summary>
internal static class NewCommand
{
    internal sealed record Request(
        string Title, ImmutableArray<string> Authors, ImmutableArray<string> Topics, string? Series, string? Kind, string? Language, bool Edit);

    public static int Run(RunOptions options, Request request)
    {
        // What is wrong in other briefs is for `check` to say.
        var (manuscripts, _) = InputFolder.At(options.Input).Read(new ReadingOptions { BaseUrl = options.BaseUrl, Today = options.Now, ShowDrafts = true });
        var (archive, _) = Gathering.Gather(manuscripts);
        var slug = Slug.FromTitle(request.Title)!.Value;
        var editor = request.Authors.IsEmpty ? Editor.Name(options.Input) : null;
        var brief = Desk.Prepare(
            new Drafting.Request(request.Title, slug, options.Now, request.Authors, editor, request.Topics, request.Kind, request.Series, request.Language), manuscripts, archive);
        var shown = $"{options.Input.Replace('\\', '/').TrimEnd('/')}/{brief.Path}";
        var taken = manuscripts.Briefs.FirstOrDefault(other => other.Slug == slug)?.Place.File;
        if (taken is not null || !TryWrite(Path.Combine(options.Input, brief.Path), Blank.Of(brief), shown))
        {
            return Outcome.Of(options, Report.Of([Finding.Error("NEW001", new Place(taken ?? shown), "there is a brief of that name already; nothing was written", "choose another title, or open this one")]));
        }

        if (!options.Quiet)
        {
            Console.Out.WriteLine(shown);
        }

        if (request.Edit && !Editor.TryOpen(Path.Combine(options.Input, brief.Path)))
        {
            return Outcome.Of(options, Report.Of([Finding.Error("NEW002", new Place(shown), "it was written, but no editor could be opened", "set VISUAL or EDITOR to the command that opens yours")]));
        }

        return Outcome.Done;
    }

    // False where a file is there: whoever made it meanwhile keeps it.
    private static bool TryWrite(string path, string text, string shown)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (IOException) when (Path.Exists(path))
        {
            return false;
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            throw MachineFailure.While($"cannot write {shown}", e);
        }
    }
}
