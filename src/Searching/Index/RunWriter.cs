namespace PolicyArchive.Searching.Index;

/// <summary>
/// Writes where one stem stands in the briefs of a batch: a run, many of which make a <see cref="PostingList"/>. For one
/// thread, run after run. First the number of briefs and the lengths of the last three sections; then the sections:
/// the step from brief to brief, one byte each; how often the stem stands in each field of each brief; passages and
/// positions as the list has them, but for the numbers of forms, which are those of the batch.
/// </summary>
internal sealed class RunWriter
{
    // A word that stands everywhere says nothing about where to look.
    private const int MostPassages = 8;

    private readonly ByteList _gaps = new();
    private readonly ByteList _counts = new();
    private readonly ByteList _passages = new();
    private readonly ByteList _positions = new();
    private readonly List<int> _inBrief = [];
    private int _forms;
    private int _last;
    private BriefShape _shape;
    private int _title;
    private int _head;
    private int _position;
    private int _passage;
    private int _passageCount;
    private int _waiting;

    /// <param name="forms">How many forms of the stem the batch has.</param>
    public void Begin(int forms)
    {
        _gaps.Clear();
        _counts.Clear();
        _passages.Clear();
        _positions.Clear();
        (_forms, _last) = (forms, -1);
    }

    /// <param name="brief">Its number in the batch; they come in order.</param>
    public void BeginBrief(int brief, BriefShape shape)
    {
        _gaps.Number(brief - _last - 1);
        (_last, _shape) = (brief, shape);
        (_title, _head, _position, _passage, _passageCount, _waiting) = (0, 0, 0, 0, 0, -1);
        _inBrief.Clear();
    }

    public void Add(int position, int form)
    {
        _title += position < _shape.Title ? 1 : 0;
        _head += position >= _shape.Title && position < _shape.BodyStart ? 1 : 0;
        _inBrief.Add(((position - _position) * _forms) + form);
        _position = position;
        var here = _shape.Passage(position);
        if ((_waiting < 0 || here > _passage) && _passageCount < MostPassages)
        {
            if (_waiting >= 0)
            {
                _passages.Number((_waiting << 1) | 1);
            }

            (_waiting, _passage) = (here - _passage, here);
            _passageCount++;
        }
    }

    public void EndBrief()
    {
        _passages.Number(_waiting << 1);
        _positions.Number(_inBrief.Count);
        foreach (var step in _inBrief)
        {
            _positions.Number(step);
        }

        // Most stand in the text alone.
        var body = _inBrief.Count - _title - _head;
        var isInHead = _title + _head > 0;
        _counts.Number((body << 1) | (isInHead ? 1 : 0));
        if (isInHead)
        {
            _counts.Number(_title);
            _counts.Number(_head);
        }
    }

    public void End(ByteList to)
    {
        to.Number(_gaps.Length);
        to.Number(_counts.Length);
        to.Number(_passages.Length);
        to.Number(_positions.Length);
        to.Add(_gaps.Written);
        to.Add(_counts.Written);
        to.Add(_passages.Written);
        to.Add(_positions.Written);
    }
}
