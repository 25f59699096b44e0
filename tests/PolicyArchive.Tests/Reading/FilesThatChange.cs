using PolicyArchive.Reading;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Reading;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class FilesThatChange : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("changing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact(Timeout = 20_000)]
    public async Task What_became_a_pipe_or_a_folder_is_said_and_not_waited_for()
    {
        await Task.Yield();
        Assert.Equal(0, ProgramRun.Shell(_folder, "mkfifo pipe; mkdir folder").Code);
        Assert.Throws<IOException>(() => SourceHandle.Read(Path.Combine(_folder, "pipe"), 100));
        Assert.Throws<IOException>(() => SourceHandle.Read(Path.Combine(_folder, "folder"), 100));
        Assert.Throws<FileNotFoundException>(() => SourceHandle.Read(Path.Combine(_folder, "gone"), 100));
    }

    [Fact]
    public void A_file_is_read_whole_and_no_further_than_the_limit()
    {
        var path = Path.Combine(_folder, "a.md");
        File.WriteAllText(path, "text");
        Assert.Equal("text"u8.ToArray(), SourceHandle.Read(path, 4));
        Assert.Null(SourceHandle.Read(path, 3));
    }

    [Fact]
    public async Task What_a_writer_appends_meanwhile_never_ends_a_reading_with_half_a_line()
    {
        var path = Path.Combine(_folder, "log.md");
        File.WriteAllText(path, "");
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            for (var line = 0; line < 2000 && !stop.IsCancellationRequested; line++)
            {
                // Sixteen bytes: the system itself may show half of what crosses a page of memory.
                file.Write("one whole line.\n"u8);
                Thread.Yield();
            }
        });
        for (var reading = 0; reading < 200; reading++)
        {
            try
            {
                Assert.Equal(0, SourceHandle.Read(path, 1 << 20)!.Length % 16);
            }
            catch (IOException busy)
            {
                Assert.Contains("being written to", busy.Message, StringComparison.Ordinal);
            }
        }

        await stop.CancelAsync();
        await writing;
    }
}
