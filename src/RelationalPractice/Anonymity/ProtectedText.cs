namespace RelationalPractice.Anonymity;

/// <summary>
/// Personal data as it rests in the database: ciphertext only. It has no readable form of its own;
/// <see cref="PersonalDataProtector"/> opens it, so reading a name is always a deliberate act.
/// </summary>
public sealed class ProtectedText(byte[] ciphertext)
{
    public const int MaxLength = 2_000;

    public byte[] Ciphertext { get; } = ciphertext;

    public override string ToString() => "(protected)";
}
