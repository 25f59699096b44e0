using Fluid;
using Fluid.Values;

namespace PolicyArchive.Theming;

/// <summary>The members that templates may use of one type: one table serves rendering, checking and documentation.</summary>
internal abstract class Members(Type type)
{
    public Type Type { get; } = type;

    /// <summary>By name, in the order in which they are documented.</summary>
    public abstract IReadOnlyDictionary<string, Member> Table { get; }
}

/// <param name="Kind">What it gives.</param>
internal sealed record Member(Kind Kind, Func<object, object?> Get) : IMemberAccessor
{
    object? IMemberAccessor.Get(object obj, string name, TemplateContext ctx) => Get(obj);
}

internal sealed class Members<T>() : Members(typeof(T))
    where T : class
{
    private readonly Dictionary<string, Member> _table = new(StringComparer.Ordinal);

    public override IReadOnlyDictionary<string, Member> Table => _table;

    public Members<T> One<TValue>(string name, Func<T, TValue> get)
    {
        _table.Add(name, new Member(new Kind(typeof(TValue)), o => get((T)o)));
        return this;
    }

    public Members<T> Many<TItem>(string name, Func<T, IEnumerable<TItem>> get)
    {
        _table.Add(name, new Member(new Kind(typeof(TItem), IsList: true), o => get((T)o)));
        return this;
    }

    /// <summary>A member that is ready to be printed, so that it need not be made of its text each time.</summary>
    public Members<T> Ready(string name, Kind kind, Func<T, FluidValue> get)
    {
        _table.Add(name, new Member(kind, o => get((T)o)));
        return this;
    }

    /// <summary>All members of another table, for a type that has what its base has.</summary>
    public Members<T> With<TBase>(Members<TBase> others)
        where TBase : class
    {
        foreach (var (name, member) in others.Table)
        {
            _table.Add(name, member);
        }

        return this;
    }
}
