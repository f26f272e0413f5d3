using System.Text;
using RelationalPractice.Invitations;
using RelationalPractice.Web.Pages.Invitations.Import;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Invitations;

public sealed class ContactFileTests
{
    private const string Text = "Ref;Name;Note\r\nA1;Zoë O’Brien;\"say \"\"hello\"\"; not after 6\r\nnever before 9\"\r\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8-bom")]
    [InlineData("utf-16-bom")]
    [InlineData("utf-16be-bom")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Read_EachEncoding_GivesTheSameWords(string encoding)
    {
        var (file, trouble) = ContactFile.Read(Encode(Text, encoding));

        trouble.ShouldBeNull();
        file!.Headings.ShouldBe(["Ref", "Name", "Note"]);
        var row = file.Rows.ShouldHaveSingleItem();
        row.Number.ShouldBe(2);
        row.Cells.ShouldBe(["A1", "Zoë O’Brien", "say \"hello\"; not after 6\r\nnever before 9"]);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Read_EachSeparator_IsFoundInTheHeadings(char separator)
    {
        var (file, _) = ContactFile.Read(Encoding.UTF8.GetBytes($"Ref{separator}Name\nA1{separator}Ada"));

        file!.Headings.ShouldBe(["Ref", "Name"]);
        file.Rows.ShouldHaveSingleItem().Cells.ShouldBe(["A1", "Ada"]);
    }

    [Fact]
    public void Read_BlankLines_AreCountedAsASpreadsheetCountsThem()
    {
        var (file, _) = ContactFile.Read("Ref,Name\n\nA1,Ada\n,\nA2,Bo\n"u8.ToArray());

        file!.Rows.Select(r => r.Number).ShouldBe([3, 5]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+447700900123")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    public void Read_CellThatASpreadsheetWouldRun_IsText(string cell)
    {
        var (file, _) = ContactFile.Read(Encoding.UTF8.GetBytes($"Ref,Name\nA1,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

        file!.Rows[0].Cells[1].ShouldBe(cell);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("\n\n  \n", "The file is empty")]
    [InlineData("Ref,Name", "The file has headings and no lines")]
    [InlineData("PK\u0003\u0004 the rest of a workbook", "This is a workbook")]
    [InlineData("Ref,Name\0", "This is not a CSV file")]
    [InlineData("Ref,Name\nA1,Ada\nA2,\"Bo\nA3,Cy", "A quotation mark is opened and never closed")]
    public void Read_NotAFileOfLines_SaysWhy(string text, string why)
    {
        var (file, trouble) = ContactFile.Read(Encoding.UTF8.GetBytes(text));

        file.ShouldBeNull();
        trouble.ShouldNotBeNull().ShouldStartWith(why);
    }

    [Theory]
    [InlineData(ContactImport.LinesMax, true)]
    [InlineData(ContactImport.LinesMax + 1, false)]
    public void Read_MoreLinesThanTheLimit_IsRefusedWhole(int lines, bool taken)
    {
        var text = new StringBuilder("Ref,Name\n");
        for (var i = 0; i < lines; i++) text.Append("A,B\n");

        (ContactFile.Read(Encoding.UTF8.GetBytes(text.ToString())).File is not null).ShouldBe(taken);
    }

    private static byte[] Encode(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        "utf-16-bom" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be-bom" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
        "utf-16" => Encoding.Unicode.GetBytes(text),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };
}
