namespace RelationalPractice.Administration;

public sealed class ServiceArea
{
    public const int NameMaxLength = 100;

    public required Guid Id { get; init; }

    public required string Name { get; set; }
}
