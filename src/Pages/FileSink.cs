namespace PolicyArchive.Pages;

/// <summary>Takes the files of a site. Called from many threads, in no order.</summary>
/// <param name="write">Takes a file, and the unit of work that it came from.</param>
/// <param name="isKept">Whether the files of a unit are there already, from an earlier build.</param>
public sealed class FileSink(Action<WorkUnit?, RenderedFile> write, Func<WorkUnit, bool> isKept)
{
    /// <summary>Of a site that is made from nothing.</summary>
    public FileSink(Action<RenderedFile> write)
        : this((_, file) => write(file), _ => false)
    {
    }

    public void Add(RenderedFile file) => write(null, file);

    public void Add(PlannedFile file)
    {
        if (file.Unit is { } unit)
        {
            Add(unit, take => take(file.Render()));
        }
        else
        {
            Add(file.Render());
        }
    }

    /// <param name="make">Called with what takes each file, unless all of them are there already.</param>
    public void Add(WorkUnit unit, Action<Action<RenderedFile>> make)
    {
        if (!isKept(unit))
        {
            make(file => write(unit, file));
        }
    }
}
