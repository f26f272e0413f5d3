using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RelationalPractice.Collation;

/// <summary>Which responses are coded a second time by somebody who does not see the first coding.</summary>
public static class DoubleCoding
{
    /// <summary>
    /// Decided by a hash of the response's random identifier: the same for everybody and at any time, and nobody can steer it. A larger
    /// share takes in every response of a smaller one.
    /// </summary>
    /// <param name="share">From 0, none, to 1, all.</param>
    public static bool Chosen(Guid responseId, double share)
    {
        var hash = SHA256.HashData(responseId.ToByteArray());
        return BinaryPrimitives.ReadUInt64BigEndian(hash) / Math.Pow(2, 64) < share;
    }
}
