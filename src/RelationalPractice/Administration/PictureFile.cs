using System.Buffers.Binary;

namespace RelationalPractice.Administration;

/// <summary>A PNG or JPEG, known by what is in it and never by its name.</summary>
public sealed record PictureFile(string ContentType, int Width, int Height)
{
    public const int SideMax = 6000;

    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

    private static ReadOnlySpan<byte> PngEnd => [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    /// <returns>Null for anything else, for half a file, and for a picture that is larger than any page.</returns>
    public static PictureFile? Read(ReadOnlySpan<byte> file) =>
        (file.StartsWith(PngStart) && file.EndsWith(PngEnd) ? Png(file)
            : file.StartsWith(JpegStart) && file.EndsWith(JpegEnd) ? Jpeg(file)
            : null) is { Width: > 0 and <= SideMax, Height: > 0 and <= SideMax } picture ? picture : null;

    private static PictureFile Png(ReadOnlySpan<byte> file) => new(
        "image/png", BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));

    /// <summary>From one segment to the next, to the one that begins the picture and says its size.</summary>
    private static PictureFile? Jpeg(ReadOnlySpan<byte> file)
    {
        const int SizeInFrame = 9;
        var at = 2;
        while (at + SizeInFrame <= file.Length && file[at] == 0xFF)
        {
            var kind = file[at + 1];
            if (kind is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return new PictureFile(
                    "image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            }

            at += kind == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }
}
