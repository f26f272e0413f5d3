using Microsoft.AspNetCore.DataProtection;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;

namespace RelationalPractice.Tests.Invitations;

/// <summary>What is known before a file comes, and lines of such a file.</summary>
internal sealed class ContactFiles
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static readonly Guid Bea = Guid.NewGuid();
    public static readonly Guid OtherWorker = Guid.NewGuid();

    public ContactFiles(params byte[][] optedOut)
    {
        Worker[] workers =
        [
            Worker(Bea, "Béa O’Neill"), Worker(OtherWorker, "Tom Ash"), Worker(Guid.NewGuid(), "Sam Twice"), Worker(Guid.NewGuid(), "sam twice"),
            Worker(Guid.NewGuid(), "Gone Away", Today.AddDays(-1)),
        ];
        Known = new ContactsKnown(workers, [], [], [], optedOut, Key.HashOfName);
        Next = new ContactWeighing(Known, Columns, Columns13, Key, Seal, Guid.NewGuid, Today);
    }

    public const int Columns13 = 13;

    public static ContactKey Key { get; } = ContactKey.Of(new byte[32]);

    public static ContactSeal Seal { get; } = ContactSeal.Of(new PersonalDataProtector(new EphemeralDataProtectionProvider()));

    public static ContactColumns Columns { get; } = new(Enum.GetValues<ContactField>().ToDictionary(f => f, f => (int)f));

    public ContactsKnown Known { get; }

    public ContactWeighing Next { get; private set; }

    /// <summary>The same families, and the next file.</summary>
    public ContactFiles Again(ContactColumns? columns = null)
    {
        Next = new ContactWeighing(Known, columns ?? Columns, Columns13, Key, Seal, Guid.NewGuid, Today);
        return this;
    }

    public WeighedLine Weigh(int number, params string[] cells) => Next.Weigh(number, cells);

    public static string[] Line(params (ContactField Field, string Text)[] different)
    {
        string[] cells = ["A1", "Bea O'Neill", "03/01/2026", "", "Ada Quill", "Mother", "07700 900123", "ada@example.org", "English", "", "", "", ""];
        foreach (var (field, text) in different) cells[(int)field] = text;
        return cells;
    }

    private static Worker Worker(Guid id, string name, DateOnly? leftOn = null) => new() { Id = id, Name = name, TeamId = Guid.NewGuid(), LeftOn = leftOn };
}
