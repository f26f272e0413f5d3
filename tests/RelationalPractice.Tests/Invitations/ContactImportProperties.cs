using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Invitations.Import;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

/// <summary>Whatever comes in, each line has one fate, and a refused one changes nothing.</summary>
public sealed class ContactImportProperties
{
    private static readonly string[] Cells =
    [
        "", " ", "A1", "A2", "b-2", "Bea O'Neill", "Tom Ash", "Sam Twice", "03/01/2026", "2026-02-30", "01/06/2026", "2026-06-01", "Ada Quill", "Bo Quill", "José",
        "=cmd|' /C calc'!A0", "+447700900123", "07700 900123", "07700900124", "01632 960123", "0906 1234567", "ada@example.org", "ada@", "Mother", "Son", "yes", "no",
        "mornings", "\"", "\"quoted, text\"", "\"two\nlines\"", ",", "😀", "\u202Eevil", "\uD800", new('x', 400),
    ];

    [Fact]
    public void AnyBytes_AreReadOrRefused() => Prop.ForAll<byte[]>(bytes =>
    {
        var (file, trouble) = ContactFile.Read(bytes);
        (file is null).ShouldBe(trouble is not null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyLines_EachHasOneFateAndRefusedOnesChangeNothing()
    {
        var taken = 0;
        var line = Gen.Elements(Cells).ArrayOf(13).Select(cells => string.Join(',', cells));
        var good = Gen.Elements(Cells).Two().Select(two => string.Join(',', ContactFiles.Line((ContactField.Name, two.Item1), (ContactField.Reference, two.Item2))));
        var lines = Gen.OneOf(line, good, good).ListOf().Select(l => string.Join("\r\n", l)).ToArbitrary();
        Prop.ForAll(lines, text =>
        {
            var (file, _) = ContactFile.Read(Encoding.UTF8.GetBytes("1,2,3,4,5,6,7,8,9,10,11,12,13\r\n" + text));
            if (file is null)
            {
                return;
            }

            var files = new ContactFiles();
            var fates = new List<WeighedLine>();
            foreach (var row in file.Rows)
            {
                var before = State(files);
                fates.Add(files.Weigh(row.Number, [.. row.Cells]));
                if (fates[^1].Fate == ContactImportFate.Refused)
                {
                    State(files).ShouldBe(before);
                    fates[^1].Reason.ShouldNotBeNullOrEmpty();
                }
                else
                {
                    taken++;
                }
            }

            fates.Select(f => f.Number).ShouldBe(file.Rows.Select(r => r.Number));
            fates.Count(f => f.Fate == ContactImportFate.NewFamily).ShouldBe(files.Next.NewFamilies.Count);
        }).QuickCheckThrowOnFailure();
        taken.ShouldBeGreaterThan(10);
    }

    private static string State(ContactFiles files) => string.Join('|',
    [
        .. files.Next.NewFamilies.Select(f => $"{f.WorkerId}{f.StartedOn}{f.EndedOn}"),
        .. files.Next.NewPeople.Select(p => $"{Hex(p.NameHash)}{Hex(p.MobileHash)}{Hex(p.EmailHash)}{p.Language}{p.MayText}{p.MayEmail}{p.Hours}{Hex(p.ReachNote?.Ciphertext)}"),
        .. files.Next.NewMembers.Select(m => $"{m.FamilyId}{m.PersonId}{m.Role}"),
    ]);

    private static string Hex(byte[]? bytes) => bytes is null ? "" : Convert.ToHexString(bytes);
}
