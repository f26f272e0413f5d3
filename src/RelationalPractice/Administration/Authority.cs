using RelationalPractice.Anonymity;

namespace RelationalPractice.Administration;

/// <summary>The one authority this database belongs to, and the words families see about it.</summary>
public sealed class Authority
{
    public const int OnlyId = 1;
    public const int NameMaxLength = 100;
    public const int ContactMaxLength = 200;

    public int Id { get; private init; } = OnlyId;

    public required string Name { get; set; }

    /// <summary>Telephone and e-mail of the quality team, to ask for an interview or to ask anything.</summary>
    public required string Telephone { get; set; }

    public required string Email { get; set; }

    /// <summary>The front door, for a child at risk, in working hours.</summary>
    public required string FrontDoorTelephone { get; set; }

    /// <summary>The emergency duty team, out of hours.</summary>
    public required string OutOfHoursTelephone { get; set; }

    public string? AdvocacyName { get; set; }

    public string? AdvocacyTelephone { get; set; }

    public string? ComplaintsEmail { get; set; }

    /// <summary>Where "Leave this site" takes a person: an ordinary page that says nothing about them.</summary>
    public string SafeSite { get; set; } = "https://www.bbc.co.uk/weather";

    /// <summary>32 random bytes under the data-protection keys; receipt codes are hashed with it.</summary>
    public required ProtectedText ReceiptKey { get; init; }
}
