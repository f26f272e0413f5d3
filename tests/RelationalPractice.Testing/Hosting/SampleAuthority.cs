using RelationalPractice.Administration;
using RelationalPractice.Data;
using RelationalPractice.Surveys;

namespace RelationalPractice.Testing.Hosting;

/// <summary>A small invented authority with one area, one team, one worker and a link of every kind.</summary>
public static class SampleAuthority
{
    public const string Name = "Calder Vale Council";
    public const string FrontDoor = "01632 960 101";
    public const string OutOfHours = "01632 960 102";
    public const string WorkerName = "Marguerite Fairweather";

    public const string GeneralCode = "GNR222";
    public const string AreaCode = "RCH333";
    public const string TeamCode = "TMX444";
    public const string WorkerCode = "WRK555";
    public const string ParentsCode = "PRN666";
    public const string YoungCode = "KDX777";
    public const string OffCode = "FFT888";

    /// <summary>Could be a code, and is none.</summary>
    public const string UnknownCode = "NNN999";

    /// <summary>Could be the code of a personal link, and is none.</summary>
    public const string UnknownPersonalCode = "NNN999NNN999NNN999";

    public static readonly Guid AreaId = new("a1a5a0e4-6b1b-4cc5-9f0e-0a8be2c7a501");
    public static readonly Guid TeamId = new("7ea3d1c2-95a7-4b0d-8a83-5d1f0c6be802");
    public static readonly Guid WorkerId = new("30c7e5f0-2d4e-4f7f-b3f4-9c2f8a41d903");

    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Authority:Name"] = Name,
        ["Authority:Telephone"] = "01632 960 100",
        ["Authority:Email"] = "quality@calder-vale.example",
        ["Authority:FrontDoorTelephone"] = FrontDoor,
        ["Authority:OutOfHoursTelephone"] = OutOfHours,
    };

    public static Task<int> SaveAsync(PracticeDbContext db)
    {
        db.AddRange(
            new ServiceArea { Id = AreaId, Name = "Children in need" },
            new Team { Id = TeamId, Name = "Harbour team", ServiceAreaId = AreaId },
            new Worker { Id = WorkerId, Name = WorkerName, TeamId = TeamId },
            Link(1, GeneralCode),
            Link(2, AreaCode, areaId: AreaId),
            Link(3, TeamCode, teamId: TeamId),
            Link(4, WorkerCode, workerId: WorkerId),
            Link(5, ParentsCode, Audience.ParentCarer),
            Link(6, YoungCode, Audience.YoungPerson));
        var off = Link(7, OffCode, workerId: WorkerId);
        off.SwitchOff(new(Guid.Empty, PracticeHost.UsualStart.UtcDateTime.AddDays(-30)));
        db.Add(off);
        return db.SaveChangesAsync();
    }

    private static SurveyLink Link(byte number, string code, Audience? audience = null, Guid? areaId = null, Guid? teamId = null, Guid? workerId = null) => new()
    {
        Id = new Guid(0x11119c3a, 0x5b1d, 0x4e0a, 0x91, 0x7c, 0x44, 0x0e, 0x6d, 0x2b, 0x80, number),
        Code = code,
        Label = $"Sample {code}",
        Audience = audience,
        ServiceAreaId = areaId,
        TeamId = teamId,
        WorkerId = workerId,
        CreatedAtUtc = PracticeHost.UsualStart.UtcDateTime.AddDays(-60),
    };
}
