using System.Text;

namespace RelationalPractice.Testing.Databases;

/// <summary>Something a database keeps: a file of its own, a backup, or a table as it is stored.</summary>
public sealed record KeptFile(string Name, byte[] Bytes)
{
    public bool Contains(ReadOnlySpan<byte> bytes) => Bytes.AsSpan().IndexOf(bytes) >= 0;

    public bool Contains(string text) => Contains(Encoding.UTF8.GetBytes(text));

    /// <summary>In any of the ways an identifier is stored: the two orders of its bytes, and written out.</summary>
    public bool Contains(Guid id) =>
        Contains(id.ToByteArray()) || Contains(id.ToByteArray(bigEndian: true)) || Contains(id.ToString("D")) || Contains(id.ToString("N"));
}
