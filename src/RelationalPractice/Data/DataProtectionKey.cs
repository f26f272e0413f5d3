namespace RelationalPractice.Data;

/// <summary>One key of the data-protection key ring, shared by every web node. Wrapped under Protection:Key in production.</summary>
public sealed class DataProtectionKey
{
    public required Guid Id { get; init; }

    public required string Xml { get; init; }
}
