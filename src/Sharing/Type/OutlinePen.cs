using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace PolicyArchive.Sharing.Type;

/// <summary>
/// Takes down the outline of a glyph as HarfBuzz draws it (hb-draw). The binding has no methods for this part of the
/// library, so its functions are called as they are.
/// </summary>
internal static unsafe partial class OutlinePen
{
    private const string Library = "libHarfBuzzSharp";

    private static readonly nint Functions = Make();

    /// <param name="font">Whose scale is <paramref name="scale"/> in both directions.</param>
    public static Outline Draw(Font font, uint glyph, float scale)
    {
        var sheet = new Sheet(1 / scale);
        var handle = GCHandle.Alloc(sheet);
        try
        {
            DrawGlyph(font.Handle, glyph, Functions, GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }

        return new Outline(sheet.Verbs.ToString(), [.. sheet.Points]);
    }

    private static nint Make()
    {
        var functions = CreateFunctions();
        SetMoveTo(functions, &MoveTo, 0, 0);
        SetLineTo(functions, &LineTo, 0, 0);
        SetQuadraticTo(functions, &QuadraticTo, 0, 0);
        SetCubicTo(functions, &CubicTo, 0, 0);
        SetClosePath(functions, &ClosePath, 0, 0);
        MakeImmutable(functions);
        return functions;
    }

    private static Sheet Of(nint data) => (Sheet)GCHandle.FromIntPtr(data).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void MoveTo(nint functions, nint data, nint state, float x, float y, nint user) => Of(data).Add('M', x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void LineTo(nint functions, nint data, nint state, float x, float y, nint user) => Of(data).Add('L', x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void QuadraticTo(nint functions, nint data, nint state, float cx, float cy, float x, float y, nint user) => Of(data).Add('Q', cx, cy, x, y);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CubicTo(nint functions, nint data, nint state, float ax, float ay, float bx, float by, float x, float y, nint user) => Of(data).Add('C', ax, ay, bx, by, x, y);

    // HarfBuzz has drawn the line back to the start by now.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ClosePath(nint functions, nint data, nint state, nint user)
    {
    }

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_create")]
    private static partial nint CreateFunctions();

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_make_immutable")]
    private static partial void MakeImmutable(nint functions);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_move_to_func")]
    private static partial void SetMoveTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> function, nint user, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_line_to_func")]
    private static partial void SetLineTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, nint, void> function, nint user, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_quadratic_to_func")]
    private static partial void SetQuadraticTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, nint, void> function, nint user, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_cubic_to_func")]
    private static partial void SetCubicTo(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, float, float, float, float, float, float, nint, void> function, nint user, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_draw_funcs_set_close_path_func")]
    private static partial void SetClosePath(nint functions, delegate* unmanaged[Cdecl]<nint, nint, nint, nint, void> function, nint user, nint destroy);

    [LibraryImport(Library, EntryPoint = "hb_font_draw_glyph")]
    private static partial void DrawGlyph(nint font, uint glyph, nint functions, nint data);

    private sealed class Sheet(float unit)
    {
        public StringBuilder Verbs { get; } = new();

        public List<float> Points { get; } = [];

        public void Add(char verb, params ReadOnlySpan<float> points)
        {
            Verbs.Append(verb);
            foreach (var value in points)
            {
                Points.Add(value * unit);
            }
        }
    }
}
