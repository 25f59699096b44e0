using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>
/// The folder a site is published to: it holds the old complete site or the new complete site. The new one is staged
/// beside it and the two are exchanged.
/// </summary>
public sealed partial class OutputFolder
{
    /// <summary>Says that this program wrote the folder, and which files.</summary>
    public const string Mark = ".policy-archive";

    private const string MarkHead = "Published by policy-archive. The files it wrote, which the next build may replace:";

    private readonly string _path;
    private readonly string _display;

    private OutputFolder(string path, string display) => (_path, _display) = (path, display);

    public static OutputFolder At(string path) => new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)), path);

    /// <summary>Why nothing may be published here, or null.</summary>
    public Finding? Refusal(string input)
    {
        var source = Path.TrimEndingDirectorySeparator(Path.GetFullPath(input));
        var place = new Place(_display);
        if (Path.GetDirectoryName(_path) is null || _path == source || IsBelow(_path, source) || IsBelow(source, _path))
        {
            return Finding.Error("OUT001", place, "the output folder is the input folder, above it or below it", "choose another with --output");
        }

        if (new DirectoryInfo(_path).LinkTarget is not null)
        {
            return Finding.Error("OUT002", place, "the output folder is a link", "name the folder itself");
        }

        if (File.Exists(_path))
        {
            return Finding.Error("OUT003", place, "the output is a file", "choose a folder with --output");
        }

        if (!Directory.Exists(_path))
        {
            return null;
        }

        var written = Written();
        var foreign = Directory.EnumerateFileSystemEntries(_path, "*", SearchOption.AllDirectories)
            .Where(f => !Directory.Exists(f) || new DirectoryInfo(f).LinkTarget is not null)
            .Select(f => Path.GetRelativePath(_path, f).Replace('\\', '/'))
            .Where(f => f != Mark && !written.Contains(f))
            .Order(StringComparer.Ordinal).FirstOrDefault();
        return foreign is null ? null
            : Finding.Error("OUT004", new Place($"{_display}/{foreign}"), "this file in the output folder was not written by this program", "move it away, or choose another folder with --output");
    }

    /// <summary>A place beside the output to write a new site into.</summary>
    public Staging Stage() => new(this);

    private HashSet<string> Written()
    {
        var mark = Path.Combine(_path, Mark);
        return File.Exists(mark) ? [.. File.ReadLines(mark).Skip(1)] : [];
    }

    private static bool IsBelow(string path, string above) => path.StartsWith(above + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    /// <summary>A site being written. Disposed without being published, it leaves nothing.</summary>
    public sealed class Staging : IDisposable
    {
        private readonly OutputFolder _output;
        private readonly string _path;
        private readonly FileStream _lock;
        private readonly ConcurrentDictionary<string, bool> _folders = new(StringComparer.Ordinal);
        private readonly ConcurrentBag<string> _written = [];

        internal Staging(OutputFolder output)
        {
            _output = output;
            var parent = Path.GetDirectoryName(output._path)!;
            Directory.CreateDirectory(parent);
            var prefix = $".{Path.GetFileName(output._path)}.staging-";
            RemoveLeftovers(parent, prefix);
            _path = Path.Combine(parent, prefix + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
            _lock = new FileStream(_path + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            Directory.CreateDirectory(_path);
        }

        public long Bytes { get; private set; }

        public int Files => _written.Count;

        /// <summary>May be called from many threads.</summary>
        public void Write(RenderedFile file)
        {
            var path = PathOf(file.Path);
            using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None);
            RandomAccess.Write(handle, file.Bytes.Span, 0);
            lock (_written)
            {
                Bytes += file.Bytes.Length;
            }
        }

        public void Copy(CopiedFile file)
        {
            var path = PathOf(file.Url.OutputPath);
            File.Copy(file.Source, path);
            lock (_written)
            {
                Bytes += new FileInfo(path).Length;
            }
        }

        /// <summary>Puts the new site where the old one was, in one step where the system has one.</summary>
        public void Publish()
        {
            File.WriteAllText(Path.Combine(_path, Mark), string.Join('\n', _written.Order(StringComparer.Ordinal).Prepend(MarkHead)) + "\n", new UTF8Encoding(false));
            if (!Directory.Exists(_output._path))
            {
                Directory.Move(_path, _output._path);
            }
            else if (!TryExchange(_path, _output._path))
            {
                var aside = _path + ".old";
                Directory.Move(_output._path, aside);
                Directory.Move(_path, _output._path);
                Directory.Delete(aside, recursive: true);
            }
        }

        public void Dispose()
        {
            if (Directory.Exists(_path))
            {
                Directory.Delete(_path, recursive: true);
            }

            _lock.Dispose();
        }

        private string PathOf(string relative)
        {
            _written.Add(relative);
            var slash = relative.LastIndexOf('/');
            var folder = slash < 0 ? _path : Path.Combine(_path, relative[..slash]);
            if (_folders.TryAdd(folder, true) || !Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
            }

            return Path.Combine(_path, relative);
        }

        // RENAME_EXCHANGE, renameat2(2): both names stay, their contents swap.
        private static bool TryExchange(string a, string b)
        {
            const int AtCurrentFolder = -100;
            const uint Exchange = 2;
            return OperatingSystem.IsLinux() && RenameAt2(AtCurrentFolder, a, AtCurrentFolder, b, Exchange) == 0;
        }

        // A lock that can be opened belongs to nobody who lives.
        private static void RemoveLeftovers(string parent, string prefix)
        {
            foreach (var folder in Directory.GetDirectories(parent, prefix + "*"))
            {
                try
                {
                    using var probe = new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
                    Directory.Delete(folder, recursive: true);
                }
                catch (IOException)
                {
                    // Another build is at work there.
                }
            }
        }
    }
}
