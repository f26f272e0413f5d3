using System.Security.Cryptography;

namespace RelationalPractice.Anonymity;

/// <summary>
/// The one source of chance. Identifiers are random (version 4), never ordered by time, so that no
/// identifier says when a family answered.
/// </summary>
public class Chance
{
#pragma warning disable RS0030 // This is the one place the banned sources of chance are allowed.
    public virtual Guid NewId() => Guid.NewGuid();

    public virtual byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
#pragma warning restore RS0030
}
