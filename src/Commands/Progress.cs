using Spectre.Console;

namespace PolicyArchive.Commands;

/// <summary>Shows that a run goes on: a bar on a terminal, lines under <c>--verbose</c>, nothing where neither is wanted.</summary>
internal static class Progress
{
    // Read, gather, plan, render, and the last: publish or check.
    private const int Stages = 5;

    public static T Show<T>(RunOptions options, Func<StageClock, T> run)
    {
        if (options.IsDecorated && !options.Quiet)
        {
            return Bar(run);
        }

        var isTalkative = options.Verbose && !options.Quiet;
        return run(new StageClock(stage => Console.Out.Write(isTalkative ? stage + "…\n" : ""), _ => { }));
    }

    // On standard error, and gone when the run is over: findings follow it there.
    private static T Bar<T>(Func<StageClock, T> run)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Interactive = InteractionSupport.Yes });
        return terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("start", maxValue: Stages);
                var stage = 0;
                return run(new StageClock(
                    name =>
                    {
                        task.Description = name;
                        task.Value = stage++;
                    },
                    task.Increment));
            });
    }
}
