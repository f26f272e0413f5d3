using RelationalPractice.Invitations;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

public sealed class ContactColumnsTests
{
    private static readonly Dictionary<ContactField, string> Nothing = [];

    [Fact]
    public void Guess_UsualHeadings_AreFoundWhateverTheirGapsAndCapitals()
    {
        var columns = ContactColumns.Guess(
            ["Case_ID", "Allocated Social Worker", "START DATE", "End date", "Full name", "Relationship", "Mobile No.", "E-mail", "Do not text"], Nothing);

        columns.PlaceOf(ContactField.Reference).ShouldBe(0);
        columns.PlaceOf(ContactField.Worker).ShouldBe(1);
        columns.PlaceOf(ContactField.StartedOn).ShouldBe(2);
        columns.PlaceOf(ContactField.EndedOn).ShouldBe(3);
        columns.PlaceOf(ContactField.Name).ShouldBe(4);
        columns.PlaceOf(ContactField.Role).ShouldBe(5);
        columns.PlaceOf(ContactField.Email).ShouldBe(7);
        columns.PlaceOf(ContactField.DoNotText).ShouldBe(8);
        columns.Has(ContactField.Hours).ShouldBeFalse();
    }

    [Fact]
    public void Guess_RememberedHeading_ComesBeforeTheUsualOne()
    {
        var columns = ContactColumns.Guess(["Name", "Carer known as"], new Dictionary<ContactField, string> { [ContactField.Name] = "carer KNOWN as" });

        columns.PlaceOf(ContactField.Name).ShouldBe(1);
    }

    [Fact]
    public void Guess_TwoFieldsThatCouldBeOneColumn_TakeItOnce()
    {
        var columns = ContactColumns.Guess(["Contact"], Nothing);

        columns.TakenTwice.ShouldBeNull();
    }

    [Fact]
    public void Json_WrittenAndRead_IsTheSame()
    {
        string[] headings = ["A “quoted” heading", "Näme"];
        var columns = new ContactColumns(new Dictionary<ContactField, int> { [ContactField.Reference] = 0, [ContactField.Name] = 1 });

        var read = ContactColumns.FromJson(columns.ToJson());
        var remembered = ContactColumns.Guess(headings, ContactColumns.Remembered(columns.ToRemember(headings)));

        read.PlaceOf(ContactField.Name).ShouldBe(1);
        read.Has(ContactField.Mobile).ShouldBeFalse();
        remembered.PlaceOf(ContactField.Reference).ShouldBe(0);
    }

    [Fact]
    public void ToRemember_HeadingsTooLongToKeep_RemembersNothing()
    {
        string[] headings = [new string('x', ContactImportMapping.JsonMaxLength)];

        new ContactColumns(new Dictionary<ContactField, int> { [ContactField.Name] = 0 }).ToRemember(headings).ShouldBe("{}");
    }

    [Fact]
    public void TakenTwice_OneColumnForTwo_NamesTheSecond()
    {
        new ContactColumns(new Dictionary<ContactField, int> { [ContactField.Name] = 1, [ContactField.Email] = 1 }).TakenTwice.ShouldBe(ContactField.Email);
    }
}
