using System.Runtime.InteropServices;
using System.Text;

namespace PolicyArchive.Tests.Preview;

/// <summary>However a change comes about, the browser is given the site as the folders are.</summary>
public sealed partial class SavesOfEditors : IAsyncLifetime
{
    private PreviewedSite _preview = null!;

    private SmallSite Site => _preview.Site;

    private string Brief => Site.PathOf("briefs/x.md");

    public async Task InitializeAsync() => _preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("").AndBrief("y", "", "About [x](x.md).\n"));

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Rename(int folder, string from, int toFolder, string to, uint flags);

    public static TheoryData<string> Patterns => ["write", "twice", "truncate", "slowly", "rename", "rename backup", "swap file", "exchange", "delete and create", "link"];

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task A_save_is_seen_however_the_editor_writes(string pattern)
    {
        var text = await File.ReadAllTextAsync(Brief) + "\nSaved anew.\n";
        var beside = Path.Combine(Path.GetDirectoryName(Brief)!, ".x.md.swp");
        switch (pattern)
        {
            case "write":
                await File.WriteAllTextAsync(Brief, text);
                break;
            case "twice":
                await File.WriteAllTextAsync(Brief, text.Replace("anew", "once", StringComparison.Ordinal));
                await File.WriteAllTextAsync(Brief, text);
                break;
            case "truncate":
                await File.WriteAllTextAsync(Brief, "");
                await Task.Delay(15);
                await File.WriteAllTextAsync(Brief, text);
                break;
            case "slowly":
                await using (var stream = new FileStream(Brief, FileMode.Create, FileAccess.Write, FileShare.ReadWrite))
                {
                    foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(20))
                    {
                        await stream.WriteAsync(part);
                        await stream.FlushAsync();
                        await Task.Delay(5);
                    }
                }

                break;
            case "rename":
                await File.WriteAllTextAsync(Brief + ".tmp", text);
                File.Move(Brief + ".tmp", Brief, overwrite: true);
                break;
            case "rename backup":
                // Emacs and Vim: the old file becomes the backup, and a new one takes its name.
                File.Move(Brief, Brief + "~");
                await File.WriteAllTextAsync(Brief, text);
                File.Delete(Brief + "~");
                break;
            case "swap file":
                await File.WriteAllTextAsync(beside, "swap");
                await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Brief)!, "4913"), "");
                File.Delete(Path.Combine(Path.GetDirectoryName(Brief)!, "4913"));
                await File.WriteAllTextAsync(Brief, text);
                File.Delete(beside);
                break;
            case "exchange":
                await File.WriteAllTextAsync(beside, text);
                Assert.True(Rename(-100, beside, -100, Brief, 2) == 0, $"errno {Marshal.GetLastPInvokeError()}");
                File.Delete(beside);
                break;
            case "delete and create":
                File.Delete(Brief);
                await File.WriteAllTextAsync(Brief, text);
                break;
            case "link":
                var real = Site.PathOf("shared.txt");
                await File.WriteAllTextAsync(real, text);
                File.CreateSymbolicLink(Brief + ".new", real);
                File.Move(Brief + ".new", Brief, overwrite: true);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(pattern));
        }

        await _preview.UntilAsync("/briefs/x/", "Saved anew.");
        await _preview.UntilAsync("/feed.json", "Saved anew.");
        Assert.DoesNotContain("preview-findings", await _preview.TextAsync("/briefs/x/"), StringComparison.Ordinal);
        Assert.Empty(_preview.Complaints);
    }

    [Fact]
    public async Task A_title_is_new_on_its_own_page_and_then_on_all_that_name_it()
    {
        Site.With("briefs/x.md", "---\ntitle: A better title\npublished: 2019-03-04\ntopics: [Energy]\n---\nText.\n");
        await _preview.UntilAsync("/briefs/x/", "A better title");
        await _preview.UntilAsync("/briefs/", "A better title");
        await _preview.UntilAsync("/topics/energy/", "A better title");
        await _preview.UntilAsync("/feed.xml", "A better title");
    }

    [Fact]
    public async Task A_brief_that_comes_goes_or_moves_is_followed()
    {
        Site.AndBrief("z", "", "A third.\n");
        await _preview.UntilAsync("/briefs/z/", "A third.");
        await _preview.UntilAsync("/briefs/", "/briefs/z/");
        File.Move(Site.PathOf("briefs/z.md"), Site.PathOf("briefs/other.md"));
        await _preview.UntilAsync("/briefs/other/", "A third.");
        await _preview.UntilAsync("/briefs/z/", "Page not found");
        File.Delete(Site.PathOf("briefs/other.md"));
        await _preview.UntilAsync("/briefs/other/", "Page not found");
    }

    [Fact]
    public async Task Folders_that_come_and_go_are_followed_and_so_is_what_is_written_into_them_later()
    {
        Site.AndBrief("2024/deep/er/new", "", "In a new folder.\n");
        await _preview.UntilAsync("/briefs/new/", "In a new folder.");
        Site.AndBrief("2024/deep/er/new", "", "Written again.\n");
        await _preview.UntilAsync("/briefs/new/", "Written again.");
        Directory.Move(Site.PathOf("briefs/2024"), Path.Combine(Site.Folder, "aside"));
        await _preview.UntilAsync("/briefs/new/", "Page not found");
        Directory.Move(Path.Combine(Site.Folder, "aside"), Site.PathOf("briefs/2025"));
        await _preview.UntilAsync("/briefs/new/", "Written again.");
    }

    [Fact]
    public async Task The_input_folder_itself_may_be_replaced_and_is_watched_all_the_same()
    {
        var input = Site.Options.Input;
        var other = Path.Combine(Site.Folder, "other");
        Directory.CreateDirectory(Path.Combine(other, "briefs"));
        File.Copy(Site.PathOf("settings.yml"), Path.Combine(other, "settings.yml"));
        await File.WriteAllTextAsync(Path.Combine(other, "briefs", "x.md"), "---\ntitle: x\npublished: 2019-03-04\n---\nOf another branch.\n");
        Directory.Move(input, Path.Combine(Site.Folder, "before"));
        Directory.Move(other, input);
        await _preview.UntilAsync("/briefs/x/", "Of another branch.");
        await _preview.UntilAsync("/briefs/y/", "Page not found");
        Site.AndBrief("x", "", "Saved after that.\n");
        await _preview.UntilAsync("/briefs/x/", "Saved after that.");
    }

    [Fact]
    public async Task The_input_folder_may_be_gone_for_a_while()
    {
        Directory.Move(Site.Options.Input, Path.Combine(Site.Folder, "aside"));
        await _preview.UntilAsync("/briefs/x/", "FILE001");
        Directory.Move(Path.Combine(Site.Folder, "aside"), Site.Options.Input);
        await _preview.UntilAsync("/briefs/x/", page => !page.Contains("FILE001", StringComparison.Ordinal));
        Site.AndBrief("x", "", "Back again.\n");
        await _preview.UntilAsync("/briefs/x/", "Back again.");
    }

    [Fact]
    public async Task Many_files_that_change_at_once_as_by_a_switch_of_branches_are_all_seen()
    {
        for (var i = 0; i < 200; i++)
        {
            Site.AndBrief($"many-{i}", "", "First branch.\n");
        }

        await _preview.UntilAsync("/briefs/many-199/", "First branch.");
        for (var i = 0; i < 200; i++)
        {
            if (i % 2 == 0)
            {
                File.Delete(Site.PathOf($"briefs/many-{i}.md"));
            }
            else
            {
                Site.AndBrief($"many-{i}", "", "Second branch.\n");
            }
        }

        await _preview.UntilAsync("/briefs/many-198/", "Page not found");
        for (var i = 1; i < 200; i += 2)
        {
            await _preview.UntilAsync($"/briefs/many-{i}/", "Second branch.");
        }
    }

    [Fact]
    public async Task Settings_lists_pictures_and_keys_of_folders_are_followed()
    {
        Site.With("settings.yml", "title: Another name\nbase_url: https://archive.example\n");
        await _preview.UntilAsync("/", "Another name");
        Site.With("briefs/_directory.yml", "topics: [Energy]\n");
        await _preview.UntilAsync("/briefs/x/", "/topics/energy/");
        Site.With("topics.yml", "energy: {name: Power and heat}\n");
        await _preview.UntilAsync("/briefs/x/", "Power and heat");
        Site.With("data.csv", "a,b\n");
        await _preview.UntilAsync("/data.csv", "a,b");
        Site.With("data.csv", "c,d\n");
        Assert.Equal("c,d\n", await _preview.TextAsync("/data.csv"));
    }

    [Fact]
    public async Task Where_the_system_does_not_tell_of_changes_they_are_looked_for()
    {
        await using var polled = await PreviewedSite.OfAsync(SmallSite.WithBrief(""), polls: true);
        polled.Site.AndBrief("x", "", "Found by looking.\n");
        await polled.UntilAsync("/briefs/x/", "Found by looking.");
        polled.Site.AndBrief("z", "", "A new one.\n");
        await polled.UntilAsync("/briefs/z/", "A new one.");
        File.Delete(polled.Site.PathOf("briefs/z.md"));
        await polled.UntilAsync("/briefs/z/", "Page not found");
    }

    [Fact]
    public async Task Two_saves_in_one_tick_of_the_clock_are_both_seen()
    {
        var time = File.GetLastWriteTimeUtc(Brief);
        foreach (var word in (string[])["Aaaa", "Bbbb", "Cccc"])
        {
            Site.AndBrief("x", "", $"{word}.\n");
            File.SetLastWriteTimeUtc(Brief, time);
            await _preview.UntilAsync("/briefs/x/", word);
            await _preview.UntilAsync("/feed.json", word);
        }
    }
}
