using PolicyArchive.Keeping;

namespace PolicyArchive.Tests.Keeping;

public sealed class PrintsOfFiles : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_print_of_a_file_is_that_of_its_bytes()
    {
        var bytes = Enumerable.Range(0, 300_001).Select(i => (byte)(i * 31 / 7)).ToArray();
        File.WriteAllBytes(_path, bytes);
        var print = OfFile(_path);
        Assert.Equal(new PrintHash().With(bytes).Value(), print);

        bytes[200_000]++;
        File.WriteAllBytes(_path, bytes);
        Assert.NotEqual(print, OfFile(_path));
    }

    [Fact]
    public void A_file_that_is_not_there_has_no_bytes() => Assert.Equal(new PrintHash().With((ReadOnlySpan<byte>)[]).Value(), OfFile(_path + ".none"));

    private static UInt128 OfFile(string path) => new PrintHash().With(new FileInfo(path)).Value();
}
