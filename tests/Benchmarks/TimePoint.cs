namespace PolicyArchive.Benchmarks;

/// <summary>One measured point of a plot.</summary>
/// <param name="Briefs">How many.</param>
/// <param name="Seconds">Wall time.</param>
internal sealed record TimePoint(string Generator, int Briefs, double Seconds);
