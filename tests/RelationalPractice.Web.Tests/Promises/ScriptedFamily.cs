using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Traces;
using Family = RelationalPractice.Testing.Families.Family;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// A family about whom everything is distinctive: who they are, where they are, how and when they came. They come by the link of
/// one worker, give name and telephone number first, and change their mind before sending.
/// </summary>
internal sealed class ScriptedFamily
{
    /// <summary>A Friday: what expires a day later falls on a Saturday, and the day of reading is the Monday after.</summary>
    public static readonly DateTimeOffset Arrival = new(2031, 3, 21, 14, 3, 27, 123, TimeSpan.Zero);

    public static readonly DateOnly ReadBy = new(2031, 3, 24);

    /// <summary>When the message with their own link went out.</summary>
    public static readonly DateOnly InvitedOn = new(2031, 3, 10);

    private readonly PracticeHost _host;
    private readonly string _forename;
    private readonly string _surname;
    private readonly string _workerName;
    private readonly string _telephone;
    private readonly string _userAgent;
    private readonly string _referrer;
    private readonly IPAddress _address;
    private readonly Guid _linkId = Guid.NewGuid();
    private readonly string _linkCode;
    private readonly Guid _workerId = Guid.NewGuid();

    private ScriptedFamily(PracticeHost host)
    {
        // PostgreSQL has one log for all its databases: these words stand in no other test.
        var mark = string.Concat(Guid.NewGuid().ToByteArray().Select(b => (char)('a' + b % 26)));
        _host = host;
        _forename = "Philippa" + mark[..4];
        _surname = "Thistle" + mark[4..8];
        _workerName = $"Worker{mark[8..12]} Quillfeather{mark[12..]}";
        _telephone = $"07700 {900 + mark[0] % 100:000} {(mark[1] * 31 + mark[2] * 7 + mark[3]) % 1000:000}";
        _userAgent = $"OddPhone/7.3 ({mark})";
        _referrer = $"https://mail.example/read/{mark}";
        _address = new IPAddress([0x20, 0x01, 0x0d, 0xb8, .. Guid.NewGuid().ToByteArray()[..12]]);
        _linkCode = LinkCode.FromBytes(count => Guid.NewGuid().ToByteArray()[..Math.Min(count, 8)]).Value;
    }

    private InvitedFamily? _invited;
    private PersonalCode? _personalCode;

    public string Code { get; private set; } = "";

    /// <summary>Where a link of their own led them; null when they came by the link of a worker.</summary>
    public Invitation? PersonalInvitation { get; private set; }

    public Guid LinkId => _linkId;

    public string ShortLink => _linkCode;

    public IPAddress Address => _address;

    public string Number => _telephone;

    /// <summary>The secret that only their cookie holds.</summary>
    public DraftSecret Secret { get; private set; } = null!;

    /// <summary>Sets out the link, with everything about it settled before anybody searches.</summary>
    public static async Task<ScriptedFamily> InviteAsync(PracticeHost host)
    {
        var family = new ScriptedFamily(host);
        await host.InDatabaseAsync(db =>
        {
            db.Add(new Worker { Id = family._workerId, Name = family._workerName, TeamId = SampleAuthority.TeamId });
            db.Add(new SurveyLink { Id = family._linkId, Code = family._linkCode, Label = "Promise", WorkerId = family._workerId, CreatedAtUtc = PracticeHost.UsualStart.UtcDateTime });
            return db.SaveChangesAsync();
        });
        if (host.Database.Provider == TestDatabaseProvider.Sqlite)
        {
            await host.Database.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return family;
    }

    /// <summary>The same, and a text to their own telephone with a link of their own, by which they will come.</summary>
    public static async Task<ScriptedFamily> InviteByMessageAsync(PracticeHost host)
    {
        var family = await InviteAsync(host);
        var key = await host.ContactKeyAsync();
        var invited = InvitedFamily.New(
            host.Services.GetRequiredService<PersonalDataProtector>(), key, InvitedOn.AddDays(-7), family._workerId, $"{family._forename} {family._surname}", family._telephone);
        var (invitation, message, code) = invited.Invited(key, InvitedOn);
        (family._invited, family.PersonalInvitation, family._personalCode) = (invited, invitation, code);
        await host.InDatabaseAsync(db =>
        {
            db.AddRange(invited.Person, invited.Row, invitation, message);
            return db.SaveChangesAsync();
        });
        if (host.Database.Provider == TestDatabaseProvider.Sqlite)
        {
            await host.Database.RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return family;
    }

    /// <summary>Answers as a named person, then chooses the tier, then sends.</summary>
    public async Task GiveAsync(Tier tier)
    {
        var family = new Family(_host.Browser(_address, ("User-Agent", _userAgent), ("Referer", _referrer)));
        await family.StartAsync(at: "/f/" + (_personalCode?.Value ?? _linkCode));
        Secret = DraftSecret.Parse(family.Browser.Cookie("session")!.Value)!;
        await family.ReachCheckAsync(
            Tier.Named,
            ("RespondentName", $"{_forename} {_surname}"), ("Contact", _telephone),
            ("situation", "We moved here two years ago."), ("understands", "2"), ("anything", "Nothing else."));
        await family.Browser.FollowAsync("Change How you give feedback");
        await family.ChooseAsync(tier);
        await family.GoOnToCheckAsync();
        Code = await family.SendAsync();
    }

    /// <summary>Who and where they are.</summary>
    public IReadOnlyList<Trace> Self() =>
    [
        Trace.OfText("forename", _forename),
        Trace.OfText("surname", _surname),
        Trace.OfText("whole name", $"{_forename} {_surname}"),
        Trace.OfTelephone("telephone number", _telephone),
        Trace.OfAddress("address of the device", _address),
        Trace.OfText("browser", _userAgent),
        Trace.OfText("page they came from", _referrer),
    ];

    /// <summary>What invited them. Rows of its own hold it; none may be added.</summary>
    public IReadOnlyList<Trace> Invitation() =>
    [
        Trace.OfId("link", _linkId),
        Trace.OfText("link's code", _linkCode),
        .. PersonalInvitation is { } invitation ? OfThe(invitation) : [],
    ];

    /// <summary>Their own link's code rests nowhere at all, not even before it is used.</summary>
    public Trace OwnCode() => Trace.OfText("own code", _personalCode!.Value);

    public IReadOnlyList<Trace> TheirWorker() =>
    [
        Trace.OfId("worker", _workerId),
        Trace.OfText("worker's name", _workerName),
        Trace.OfText("worker's surname", _workerName.Split(' ')[1]),
    ];

    /// <summary>When they came, and when their draft would have ended.</summary>
    public static IReadOnlyList<Trace> Times() => [Trace.OfMoment("time of sending", Arrival), Trace.OfMoment("end of the draft", Arrival + Draft.Lifetime)];

    /// <summary>What their browser holds, and what derives from it. The code is theirs alone.</summary>
    public IReadOnlyList<Trace> Session() =>
    [
        Trace.OfText("cookie", Secret.ToCookie()),
        Trace.OfBytes("secret", System.Buffers.Text.Base64Url.DecodeFromChars(Secret.ToCookie())),
        Trace.OfId("draft", Secret.DraftId),
        Trace.OfText("code", ReceiptCode.Parse(Code)!.Digits),
        Trace.OfText("code in groups", Code),
    ];

    private IEnumerable<Trace> OfThe(Invitation invitation) =>
    [
        Trace.OfId("invitation", invitation.Id),
        Trace.OfBytes("hash of their own code", invitation.CodeHash),
        Trace.OfId("person", _invited!.Person.Id),
        Trace.OfId("family", _invited.Id),
        Trace.OfBytes("hash of their name", _invited.Person.NameHash),
        Trace.OfBytes("hash of their number", _invited.Person.MobileHash!),
        OwnCode(),
    ];
}
