namespace RelationalPractice.Administration;

public sealed class Team
{
    public const int NameMaxLength = 100;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required Guid ServiceAreaId { get; set; }

    public ServiceArea? ServiceArea { get; private init; }
}
