using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Preview;

/// <summary>The whole input folder, read, gathered and planned.</summary>
/// <param name="Stamp">Of the folder, from before it was read.</param>
/// <param name="CopiesStamp">Tells this state of the copied files from others.</param>
internal sealed record Survey(Manuscripts Manuscripts, OpenPlan Open, ImmutableArray<Finding> Findings, long Stamp, string CopiesStamp);
