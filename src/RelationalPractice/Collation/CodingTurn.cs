namespace RelationalPractice.Collation;

/// <summary>Whether somebody codes a response with the colleagues who code it first, or as the second coder, who sees nothing of theirs.</summary>
public enum CodingTurn
{
    First,
    Second,
}

public static class CodingTurns
{
    /// <param name="record">Null while nobody has done anything with the response.</param>
    /// <param name="chosen">Whether it is one of those that are coded twice.</param>
    /// <param name="codedFirst">Whether this person made any of the first codings.</param>
    public static CodingTurn Of(CollationRecord? record, Guid staffMemberId, bool chosen, bool codedFirst) =>
        chosen && !codedFirst
        && record is { ThemedById: { } first } && first != staffMemberId
        && (record.ThemedAgainById is null || record.ThemedAgainById == staffMemberId)
            ? CodingTurn.Second
            : CodingTurn.First;
}
