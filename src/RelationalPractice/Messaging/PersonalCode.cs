using System.Text;
using RelationalPractice.Surveys;

namespace RelationalPractice.Messaging;

/// <summary>
/// The code of a link that is one person's own: eighteen characters of the alphabet of <see cref="LinkCode"/>, 81 bits, so that nobody
/// finds one by trying. Only its keyed hash is kept.
/// </summary>
public sealed record PersonalCode
{
    public const int Length = 18;

    private const int TypedMaxLength = 100;

    private PersonalCode(string value) => Value = value;

    public string Value { get; }

    /// <param name="source">Gives at most as many bytes as it is asked for, at least one.</param>
    public static PersonalCode FromBytes(Func<int, byte[]> source)
    {
        var code = new StringBuilder(Length);
        LinkCode.Draw(code, Length, source);
        return new PersonalCode(code.ToString());
    }

    /// <summary>Reads a code as people type it from a letter. Null when it cannot be one.</summary>
    public static PersonalCode? Parse(string? typed) =>
        LinkCode.Read(typed, TypedMaxLength) is { Length: Length } code ? new PersonalCode(code) : null;

    public override string ToString() => "(personal code)";
}
