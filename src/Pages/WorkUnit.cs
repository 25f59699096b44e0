namespace PolicyArchive.Pages;

/// <summary>Files that are made together from the same things, so that they need not be made again when those are the same.</summary>
/// <param name="Name">Its own among all of a site, and the same in every build.</param>
/// <param name="Print">A hash of all that the files are made from.</param>
/// <param name="Folder">What the paths of its files begin with that may be another in the next build; empty for most.</param>
public readonly record struct WorkUnit(string Name, UInt128 Print, string Folder = "");
