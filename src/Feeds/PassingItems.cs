using System.Collections.Immutable;

namespace PolicyArchive.Feeds;

/// <summary>
/// The items of one archive document, kept only while its formats are written: all texts of a large archive at once would fill
/// the memory. Asked again, they are made again.
/// </summary>
/// <param name="formats">How often they are asked for.</param>
internal sealed class PassingItems(Func<ImmutableArray<FeedItem>> make, int formats)
{
    private readonly Lock _lock = new();
    private ImmutableArray<FeedItem>? _items;
    private int _left;

    public ImmutableArray<FeedItem> Take()
    {
        lock (_lock)
        {
            if (_items is null)
            {
                (_items, _left) = (make(), formats);
            }

            var items = _items.Value;
            if (--_left == 0)
            {
                _items = null;
            }

            return items;
        }
    }
}
