using System.Runtime.InteropServices;
using System.Text;

namespace PolicyArchive.Commands;

/// <summary>
/// Standard output or error. What cannot be written there is dropped, since no one is left to be told: whether the site
/// was published is said by the exit code, and does not hang on whether the summary found room.
/// </summary>
internal sealed partial class StandardStream : Stream
{
    // fcntl(2): F_GETFD and FD_CLOEXEC
    private const int GetFlags = 1;
    private const int CloseOnExecute = 1;

    private readonly Stream _stream;

    private StandardStream(Stream stream) => _stream = stream;

    /// <summary>Whether something was dropped.</summary>
    public bool HasFailed { get; private set; }

    public static StandardStream Output() => new(IsOpen(1) ? Console.OpenStandardOutput() : Null);

    public static StandardStream Error() => new(IsOpen(2) ? Console.OpenStandardError() : Null);

    /// <summary>Writes text to it line by line, whatever the machine's own character set: editors and CI read it.</summary>
    public TextWriter Writer() => new StreamWriter(this, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _stream.Write(buffer);
        }
        catch (SystemException)
        {
            HasFailed = true;
        }
    }

    // A program that is started without its standard error gives the number to the next file that it opens, here one of
    // the runtime's own pipes. What was handed on to a new program cannot be marked as closed to new programs.
    private static bool IsOpen(int number) =>
        OperatingSystem.IsWindows() || Control(number, GetFlags) is var flags && flags >= 0 && (flags & CloseOnExecute) == 0;

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int number, int command);
}
