using PolicyArchive.Findings;

namespace PolicyArchive.Preview;

/// <summary>Who is told how a preview goes on.</summary>
public interface IPreviewJournal
{
    void Started(string address, Report report);

    /// <param name="what">The path of the one text whose page is new, <c>theme</c>, or <c>site</c>.</param>
    /// <param name="time">That it took to make it.</param>
    void Changed(string what, TimeSpan time, Report report);

    /// <param name="report">Why a page that was asked for could not be rendered.</param>
    void NotRendered(Report report);

    /// <param name="reason">Why the system does not tell of changes, so that they are looked for.</param>
    void Polling(string reason);

    /// <param name="reason">What could not be read; it is tried again.</param>
    void Failed(string reason);
}
